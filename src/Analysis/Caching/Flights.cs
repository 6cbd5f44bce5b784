using System.Collections.Concurrent;

namespace OmnipotentFutures.Analysis.Caching;

/// <summary>Lets all who want the same thing at the same time share one making of it.</summary>
internal sealed class Flights
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _flights = new();

    /// <summary>The flight of a key that is under way; null without one.</summary>
    public Task<T>? Find<T>(string key) => _flights.TryGetValue(key, out var flight) ? (Task<T>)flight.Value : null;

    /// <summary>Joins the flight of a key, or starts it.</summary>
    /// <typeparam name="T">Type of what is made; the same for every use of a key.</typeparam>
    /// <param name="key">What is made.</param>
    /// <param name="make">Makes it.</param>
    public Task<T> Join<T>(string key, Func<Task<T>> make)
    {
        var own = new Lazy<Task>(() => Observed(FlyAsync(key, make)));
        return (Task<T>)_flights.GetOrAdd(key, own).Value;
    }

    /// <summary>A task whose failure is nobody's if every caller has left by then.</summary>
    public static TTask Observed<TTask>(TTask flight)
        where TTask : Task
    {
        _ = flight.ContinueWith(
            static failed => failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return flight;
    }

    private async Task<T> FlyAsync<T>(string key, Func<Task<T>> make)
    {
        // The caller's stack ends here: whoever joins later must find the flight in the dictionary, not a finished one.
        await Task.Yield();
        try
        {
            return await make();
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }
}
