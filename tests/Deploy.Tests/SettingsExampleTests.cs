using Microsoft.Extensions.Configuration;
using OmnipotentFutures.Binance;
using OmnipotentFutures.FundingDerivatives;
using OmnipotentFutures.Gateway;
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
