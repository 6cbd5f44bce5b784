using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>A service with a setting that cannot work does not start, and says which setting.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("BudgetShare", "0", "Binance:BudgetShare (0) must be from 0.03 to 1, as a fraction.")]
    [InlineData("BudgetShare", "0.029", "Binance:BudgetShare (0.029) must be from 0.03 to 1, as a fraction.")]
    [InlineData("BudgetShare", "1.01", "Binance:BudgetShare (1.01) must be from 0.03 to 1, as a fraction.")]
    [InlineData("BudgetShare", "NaN", "Binance:BudgetShare (NaN) must be from 0.03 to 1, as a fraction.")]
    [InlineData("MaxBudgetWaitSeconds", "0", "Binance:MaxBudgetWaitSeconds (0) must be from 0.1 to 60 seconds.")]
    [InlineData("AttemptTimeoutSeconds", "-1", "Binance:AttemptTimeoutSeconds (-1) must be from 0.1 to 60 seconds.")]
    [InlineData("TotalTimeoutSeconds", "61", "Binance:TotalTimeoutSeconds (61) must be from 0.1 to 60 seconds.")]
    [InlineData("AttemptTimeoutSeconds", "8", "Binance:AttemptTimeoutSeconds (8) must not be above Binance:TotalTimeoutSeconds (7).")]
    [InlineData("FuturesUrl", "fapi.binance.com", "Binance:FuturesUrl (fapi.binance.com) must be an absolute http or https address without a path.")]
    [InlineData("FuturesUrl", "/fapi", "Binance:FuturesUrl (")]
    [InlineData("FuturesUrl", "", "Binance:FuturesUrl () must be an absolute http or https address without a path.")]
    [InlineData("MaxBudgetWaitSeconds", "Infinity", "Binance:MaxBudgetWaitSeconds (Infinity) must be from 0.1 to 60 seconds.")]
    [InlineData("SpotUrl", "ftp://api.binance.com", "Binance:SpotUrl (ftp://api.binance.com/) must be an absolute http or https address without a path.")]
    [InlineData("SpotUrl", "https://proxy.example/binance", "Binance:SpotUrl (https://proxy.example/binance) must be an absolute http or https address without a path.")]
    [InlineData("BracketsUrl", "www.binance.com", "Binance:BracketsUrl (www.binance.com) must be an absolute http or https address without a path.")]
    public async Task Start_fails_with_a_sentence_that_names_the_setting(string setting, string value, string sentence)
    {
        using var host = HostWith((setting, value));

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => host.StartAsync());

        failure.Failures.ShouldHaveSingleItem().ShouldContain(sentence);
    }

    [Fact]
    public async Task Value_of_another_type_is_named_too()
    {
        using var host = HostWith(("BudgetShare", "half"));

        (await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync())).Message.ShouldContain("Binance:BudgetShare");
    }

    [Theory]
    [InlineData("BudgetShare", "0.03")]
    [InlineData("BudgetShare", "1")]
    [InlineData("AttemptTimeoutSeconds", "7")]
    [InlineData("FuturesUrl", "http://paper-exchange:5010")]
    [InlineData("FuturesUrl", "http://paper-exchange:5010/")]
    public async Task Start_succeeds_with_settings_at_the_edge(string setting, string value)
    {
        using var host = HostWith((setting, value));

        await host.StartAsync();
        await host.StopAsync();
    }

    [Fact]
    public void Waits_of_the_defaults_end_before_the_gateway_gives_up()
    {
        var defaults = new BinanceOptions();

        (defaults.MaxBudgetWaitSeconds + defaults.TotalTimeoutSeconds).ShouldBeLessThan(10);
    }

    private static IHost HostWith(params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Binance:{setting.Name}", (string?)setting.Value)));
        builder.Services.AddBinance();
        return builder.Build();
    }
}
