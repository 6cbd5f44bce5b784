using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Gateway;

/// <summary>Checks the gateway's settings before it listens. Every sentence names the setting at fault and says what is allowed.</summary>
internal sealed class GatewayOptionsValidator(IConfiguration configuration) : IValidateOptions<GatewayOptions>
{
    private const double MaxTimeoutSeconds = 300;
    private const int MinKeyLength = 16;

    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(GatewayOptions options)
    {
        const string section = GatewayOptions.Section;
        if (options.TimeoutSeconds is not (> 0 and <= MaxTimeoutSeconds))
        {
            yield return FormattableString.Invariant(
                $"{section}:{nameof(options.TimeoutSeconds)} is {options.TimeoutSeconds}: it must be above 0 and at most {MaxTimeoutSeconds} seconds.");
        }

        // Without the value: it is a secret, even a bad one.
        if (options.ApiKey.Length is > 0 and < MinKeyLength || options.ApiKey.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            yield return $"{section}:{nameof(options.ApiKey)} cannot be a key: it must be at least {MinKeyLength} printable ASCII characters without spaces, such as `openssl rand -hex 32` makes.";
        }

        if (options.Services.Count == 0)
        {
            yield return $"{section}:{nameof(options.Services)} names no service: gateway.json, which lists them, lies beside the program.";
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, service) in options.Services.Index())
        {
            var setting = $"{section}:{nameof(options.Services)}:{index}:{nameof(service.Name)}";
            if (!IsName(service.Name))
            {
                yield return $"{setting} is '{service.Name}': a service's name is lower-case letters, digits and hyphens, such as funding-derivatives.";
            }
            else if (!names.Add(service.Name))
            {
                yield return $"{setting} repeats '{service.Name}': every service needs a name of its own.";
            }

            var (urlSetting, url) = service.Locate(index, configuration);
            if (!IsAddress(url))
            {
                yield return $"{urlSetting} is '{url}': it must be an http or https address such as http://localhost:5013, without query, fragment or password.";
            }
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-');

    private static bool IsAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address is { Query: "", Fragment: "", UserInfo: "" };
}
