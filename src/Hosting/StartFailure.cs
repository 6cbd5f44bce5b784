using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Hosting;

/// <summary>Reasons not to start that the operator can mend: these are sentences, not stack traces.</summary>
public static class StartFailure
{
    private const string KestrelSource = "Microsoft.AspNetCore.Server.Kestrel.Core";
    private const string NoCertificate = "Unable to configure HTTPS endpoint.";

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
            SocketException => $"{identity.Title} cannot start. It may not listen where it is told to: {failure.Message}. Choose another address or port with ASPNETCORE_URLS.",
            OptionsValidationException invalid => $"{identity.Title} cannot start. {string.Join(" ", invalid.Failures)}",
            InvalidDataException { InnerException: FormatException cause } => $"{identity.Title} cannot start. {failure.Message} {(cause.InnerException ?? cause).Message}",
            _ => $"{identity.Title} cannot start. {failure.Message.ReplaceLineEndings(" ")}",
        };
    }

    internal static bool IsExpected(Exception? failure) => failure
        is IOException { InnerException: AddressInUseException }
        or OptionsValidationException
        // A port below 1024, or an address that this machine does not have.
        or SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable }
        // A settings file that is not JSON: the message names the file, the cause the line.
        or InvalidDataException { InnerException: FormatException }
        // A setting that is not of its type, such as a word for a number: the framework's message names the setting and the value.
        or InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" }
        || failure is InvalidOperationException { Source: KestrelSource } && failure.Message.StartsWith(NoCertificate, StringComparison.Ordinal);
}
