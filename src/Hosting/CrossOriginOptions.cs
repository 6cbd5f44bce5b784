namespace OmnipotentFutures.Hosting;

/// <summary>Which web pages may call, section <c>Cors</c>. None unless set.</summary>
public sealed class CrossOriginOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Cors";

    /// <summary>Origins of the pages, such as <c>https://app.example</c>, separated by commas; empty for none.</summary>
    public string Origins { get; set; } = string.Empty;

    internal IReadOnlyList<string> List() => Origins.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal IEnumerable<string> Failures() => List()
        .Where(origin => !IsOrigin(origin))
        .Select(origin => $"{Section}:{nameof(Origins)} holds '{origin}': an origin is http or https, a host and at most a port, such as https://app.example, without a path.");

    // As browsers send it, or it would never match.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase)
        && address.UserInfo.Length == 0
        && address.Host.Length > 0;
}
