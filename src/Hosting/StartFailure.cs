using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Hosting;

/// <summary>Reasons not to start that the operator can mend: these are sentences, not stack traces.</summary>
public static class StartFailure
{
    /// <summary>Explains a failed start.</summary>
    /// <param name="failure">What starting threw.</param>
    /// <param name="identity">The service that was starting.</param>
    /// <returns>What is wrong, naming the service and the port or setting, and a way out; null when the failure is none that is expected.</returns>
    public static string? Explain(Exception failure, ServiceIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);

        return failure switch
        {
            _ when !IsExpected(failure) => null,
            IOException => $"{identity.Title} cannot start. {failure.Message} Stop the program that holds the port, or choose another port with ASPNETCORE_URLS.",
            OptionsValidationException invalid => $"{identity.Title} cannot start. {string.Join(" ", invalid.Failures)}",
            _ => $"{identity.Title} cannot start. {failure.Message}",
        };
    }

    internal static bool IsExpected(Exception? failure) => failure
        is IOException { InnerException: AddressInUseException }
        or OptionsValidationException
        // A setting that is not of its type, such as a word for a number: the framework's message names the setting and the value.
        or InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" };
}
