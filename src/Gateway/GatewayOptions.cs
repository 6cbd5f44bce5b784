namespace OmnipotentFutures.Gateway;

/// <summary>Settings of the gateway, section <c>Gateway</c>.</summary>
public sealed class GatewayOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Gateway";

    /// <summary>Seconds that a passed-on call may take in all, its body included: above 0, at most 300.</summary>
    public double TimeoutSeconds { get; set; } = 10;

    /// <summary>The key that callers of <c>/api</c> must send, at least 16 printable ASCII characters without spaces; empty to ask for none.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>The services behind the gateway, at least one.</summary>
    public IList<UpstreamOptions> Services { get; } = [];
}

/// <summary>One service behind the gateway.</summary>
public sealed class UpstreamOptions
{
    /// <summary>The service in <c>/api/{service}</c>: lower-case letters, digits and hyphens.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>Where it listens: an http or https address, with a path if the service lives under one.</summary>
    public string? Url { get; set; }

    /// <summary>Name of the environment variable (or command-line key) that wins over <see cref="Url"/> when it is set and not empty.</summary>
    public string? UrlVariable { get; set; }

    /// <summary>Where the service listens and which setting said so.</summary>
    /// <param name="index">Position in <see cref="GatewayOptions.Services"/>.</param>
    /// <param name="configuration">Where variables are looked up.</param>
    /// <returns>The setting's name and its value, which may be missing or nonsense.</returns>
    internal (string Setting, string? Url) Locate(int index, IConfiguration configuration) =>
        UrlVariable is { Length: > 0 } variable && configuration[variable] is { Length: > 0 } url
            ? (variable, url)
            : ($"{GatewayOptions.Section}:{nameof(GatewayOptions.Services)}:{index}:{nameof(Url)}", Url);
}
