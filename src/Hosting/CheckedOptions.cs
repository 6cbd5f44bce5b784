using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Hosting;

/// <summary>Settings that are checked before a service listens.</summary>
public static class CheckedOptions
{
    /// <summary>Binds a section and refuses the start for whatever is wrong with it.</summary>
    /// <typeparam name="T">The settings.</typeparam>
    /// <param name="services">The service's registrations.</param>
    /// <param name="section">Name of the configuration section.</param>
    /// <param name="failures">One sentence for each setting at fault, which names it and says what is allowed.</param>
    /// <returns>The same registrations.</returns>
    public static IServiceCollection AddChecked<T>(this IServiceCollection services, string section, Func<T, IEnumerable<string>> failures)
        where T : class
    {
        services.AddOptionsWithValidateOnStart<T>().BindConfiguration(section);
        return services.AddSingleton<IValidateOptions<T>>(new Validator<T>(failures));
    }

    private sealed class Validator<T>(Func<T, IEnumerable<string>> failures) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            failures(options).ToList() is { Count: > 0 } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
    }
}
