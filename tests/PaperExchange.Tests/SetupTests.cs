namespace OmnipotentFutures.PaperExchange.Tests;

public sealed class SetupTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Speed_must_be_above_zero_and_finite(double speed) =>
        Should.Throw<InvalidSetupException>(() => new PaperExchangeOptions { Speed = speed }.Validate()).Message.ShouldContain("speed");

    [Fact]
    public void Folder_that_is_not_there_is_named() =>
        Should.Throw<InvalidSetupException>(() => PaperExchangeService.Build(new PaperExchangeOptions { MarketFolder = "/no/such/folder" }))
            .Message.ShouldBe("The market folder '/no/such/folder' does not exist.");

    [Fact]
    public void Seed_is_refused_for_a_recorded_market() =>
        Should.Throw<InvalidSetupException>(() => new PaperExchangeOptions { MarketFolder = Path.GetTempPath(), Seed = 1 }.Validate());

    [Fact]
    public void Number_of_contracts_is_refused_for_a_recorded_market_and_out_of_range()
    {
        Should.Throw<InvalidSetupException>(() => new PaperExchangeOptions { MarketFolder = Path.GetTempPath(), Contracts = 900 }.Validate());
        Should.Throw<InvalidSetupException>(() => new PaperExchangeOptions { Contracts = 49 }.Validate())
            .Message.ShouldBe("49 contracts are not possible: it must be from 50 to 2000.");
    }

    [Theory]
    [InlineData("--speed", "fast")]
    [InlineData("--speed", "0")]
    [InlineData("--seed", "1.5")]
    [InlineData("--contracts", "many")]
    [InlineData("--contracts", "49")]
    [InlineData("--contracts", "2001")]
    [InlineData("--at", "noon")]
    [InlineData("--market", "/no/such/folder")]
    [InlineData("--nonsense", "1")]
    [InlineData("--market")]
    public async Task Bad_command_line_exits_with_two(params string[] args) =>
        (await new PaperExchangeCommand().RunAsync(args)).ShouldBe(2);
}
