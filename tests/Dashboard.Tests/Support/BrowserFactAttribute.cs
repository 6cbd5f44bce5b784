namespace OmnipotentFutures.Dashboard.Tests.Support;

/// <summary>A test in Chromium, skipped where there is none; under <c>REQUIRE_BROWSER=1</c> it fails there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Programs.ReasonToSkip(Programs.MissingForBrowser);
}

/// <summary>The same with several sets of arguments.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Programs.ReasonToSkip(Programs.MissingForBrowser);
}

/// <summary>A test that runs npm, skipped where there is none; under <c>REQUIRE_BROWSER=1</c> it fails there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute() => Skip = Programs.ReasonToSkip(Programs.MissingForNpm);
}
