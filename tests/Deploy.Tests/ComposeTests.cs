using System.Globalization;
using System.Text.RegularExpressions;
using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.Gateway;
using OmnipotentFutures.Hosting.Stopping;
using OmnipotentFutures.LiquidationHeatmap;
using OmnipotentFutures.PaperExchange;

namespace OmnipotentFutures.Deploy.Tests;

/// <summary>docker-compose.yml agrees with the services and with <c>.env.example</c>.</summary>
public sealed class ComposeTests
{
    // In a container the image says where to listen and where the log volume is.
    private static readonly string[] SetByTheImage = ["LOG_DIRECTORY", "ASPNETCORE_URLS", "ASPNETCORE_HTTP_PORTS"];

    // The split among the services that compose starts is for compose to say.
    private const string SetByCompose = "BINANCE__BUDGETSHARE";

    private static readonly string Compose = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docker-compose.yml"));

    private static readonly string Dockerfile = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Dockerfile"));

    public static TheoryData<string, string, int> Services { get; } = new()
    {
        { "Gateway", GatewayService.Identity.Name, GatewayService.Identity.Port },
        { "LiquidationHeatmap", LiquidationHeatmapService.Identity.Name, LiquidationHeatmapService.Identity.Port },
        { "FundingDerivatives", FundingDerivativesService.Identity.Name, FundingDerivativesService.Identity.Port },
        { "PaperExchange", PaperExchangeService.Identity.Name, PaperExchangeService.Identity.Port },
    };

    [Theory]
    [MemberData(nameof(Services))]
    public void Service_has_its_own_name_and_port(string folder, string name, int port)
    {
        var section = SectionOf(name);

        section.ShouldContain($"image: omnipotent-futures/{name}\n");
        section.ShouldContain($"args: {{ SERVICE: {folder}, PORT: {port} }}");
        section.ShouldContain($":-{port}}}:{port}\"]");
    }

    [Fact]
    public void Every_setting_reaches_a_container()
    {
        var missing = SettingsExample.Defaults.Keys.Except(SetByTheImage).Where(name => !Regex.IsMatch(Compose, $@"\b{name}\b"));

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Paper_market_replaces_every_host_of_Binance()
    {
        var hosts = SettingsExample.Defaults.Where(setting => setting.Key.StartsWith("BINANCE__", StringComparison.Ordinal) && Uri.IsWellFormedUriString(setting.Value, UriKind.Absolute));
        var example = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ".env.example"));

        hosts.Count().ShouldBe(3);
        foreach (var (name, _) in hosts)
        {
            example.ShouldContain($"# {name}=http://paper-exchange:5010\n");
            Compose.ShouldContain($"{name}=http://paper-exchange:5010");
        }
    }

    [Fact]
    public void Defaults_that_compose_repeats_are_those_of_the_example()
    {
        var repeated = Regex.Matches(Compose, @"\$\{(?<name>\w+):-(?<value>[^}]*)\}");

        repeated.Count.ShouldBeGreaterThan(0);
        repeated.ShouldAllBe(match =>
            match.Groups["name"].Value == SetByCompose || SettingsExample.Defaults[match.Groups["name"].Value] == match.Groups["value"].Value);
    }

    [Fact]
    public void Services_of_one_address_plan_with_half_of_the_limits()
    {
        var share = double.Parse(Regex.Match(Compose, $@"\$\{{{SetByCompose}:-(?<value>[^}}]*)\}}").Groups["value"].Value, CultureInfo.InvariantCulture);
        var services = Regex.Count(Compose, @"\*binance-settings\b");

        services.ShouldBe(2);
        (share * services).ShouldBe(0.5);
    }

    [Fact]
    public void Container_is_given_the_time_that_a_service_takes_to_stop()
    {
        var given = int.Parse(Regex.Match(Compose, "stop_grace_period: (?<seconds>[0-9]+)s").Groups["seconds"].Value, CultureInfo.InvariantCulture);
        var drain = int.Parse(Regex.Match(Dockerfile, "SHUTDOWN__DRAINSECONDS=(?<seconds>[0-9]+)").Groups["seconds"].Value, CultureInfo.InvariantCulture);

        drain.ShouldBeGreaterThan(0);
        (drain + new ShutdownOptions().GraceSeconds).ShouldBeLessThan(given);
    }

    private static string SectionOf(string service)
    {
        var match = Regex.Match(Compose, $@"^  {service}:\n(    .*\n|\n)+", RegexOptions.Multiline);
        match.Success.ShouldBeTrue($"docker-compose.yml has no service {service}.");
        return match.Value;
    }
}
