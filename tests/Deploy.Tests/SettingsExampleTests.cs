using Microsoft.Extensions.Configuration;
using OmnipotentFutures.Analysis.Caching;
using OmnipotentFutures.Analysis.Watch;
using OmnipotentFutures.Binance;
using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.Gateway;
using OmnipotentFutures.Hosting;
using OmnipotentFutures.Hosting.Limits;
using OmnipotentFutures.Hosting.Stopping;
using OmnipotentFutures.LiquidationHeatmap.Brackets;

namespace OmnipotentFutures.Deploy.Tests;

/// <summary>What an operator reads in <c>.env.example</c> is what the code does.</summary>
public sealed class SettingsExampleTests
{
    [Fact]
    public void Binance_settings_are_listed_with_their_defaults() => ShouldList(BinanceOptions.Section, new BinanceOptions());

    [Fact]
    public void Bracket_settings_are_listed_with_their_defaults() => ShouldList(BracketsOptions.Section, new BracketsOptions());

    [Fact]
    public void Funding_thresholds_are_listed_with_their_defaults() => ShouldList(FundingThresholds.Section, new FundingThresholds());

    [Fact]
    public void Gateway_settings_are_listed_with_their_defaults() => ShouldList(GatewayOptions.Section, new GatewayOptions());

    [Fact]
    public void Cache_settings_are_listed_with_their_defaults() => ShouldList(CacheOptions.Section, new CacheOptions());

    [Fact]
    public void Watch_settings_are_listed_with_their_defaults() => ShouldList(WatchOptions.Section, new WatchOptions());

    [Fact]
    public void Work_limits_are_listed_with_their_defaults() => ShouldList(WorkLimitOptions.Section, new WorkLimitOptions());

    [Fact]
    public void Origins_are_listed_with_their_default() => ShouldList(CrossOriginOptions.Section, new CrossOriginOptions());

    [Fact]
    public void Times_of_a_stop_are_listed_with_their_defaults() => ShouldList(ShutdownOptions.Section, new ShutdownOptions());

    [Fact]
    public void Limit_of_a_client_is_listed_as_the_gateway_has_it_and_the_services_have_none()
    {
        var gateway = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "gateway.json")).Build();

        ShouldList(ClientLimitOptions.Section, gateway.GetSection(ClientLimitOptions.Section).Get<ClientLimitOptions>()!);
        new ClientLimitOptions().PerSecond.ShouldBe(0);
    }

    [Fact]
    public void Every_service_behind_the_gateway_is_listed_with_its_address()
    {
        var gateway = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "gateway.json")).Build();
        var services = gateway.GetSection(GatewayOptions.Section).Get<GatewayOptions>()!.Services;

        services.ShouldNotBeEmpty();
        services.ShouldAllBe(service => SettingsExample.Defaults[service.UrlVariable!] == service.Url);
    }

    private static void ShouldList<T>(string section, T defaults)
        where T : class
    {
        NamesOf(section, typeof(T)).ShouldBeSubsetOf(SettingsExample.Defaults.Keys);

        // Refuses what the code no longer has.
        var listed = SettingsExample.AsEnvironment().GetSection(section).Get<T>(binder => binder.ErrorOnUnknownConfiguration = true);
        listed.ShouldBeEquivalentTo(defaults);
    }

    private static IEnumerable<string> NamesOf(string prefix, Type options) => options.GetProperties()
        .Where(property => property.CanWrite)
        .SelectMany(property => property.PropertyType.Assembly == options.Assembly
            ? NamesOf($"{prefix}__{property.Name}", property.PropertyType)
            : [$"{prefix}__{property.Name}".ToUpperInvariant()]);
}
