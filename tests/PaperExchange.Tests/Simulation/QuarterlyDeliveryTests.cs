using System.Globalization;
using OmnipotentFutures.PaperExchange.Simulation;

namespace OmnipotentFutures.PaperExchange.Tests.Simulation;

public class QuarterlyDeliveryTests
{
    [Theory]
    [InlineData("2026-11-22T13:00:00Z", "2026-12-25T08:00:00Z")]
    [InlineData("2026-12-25T07:59:59Z", "2026-12-25T08:00:00Z")]
    [InlineData("2026-12-25T08:00:00Z", "2027-03-26T08:00:00Z")]
    [InlineData("2026-12-31T23:00:00Z", "2027-03-26T08:00:00Z")]
    [InlineData("2026-04-01T00:00:00Z", "2026-06-26T08:00:00Z")]
    [InlineData("2027-09-30T00:00:00Z", "2027-12-31T08:00:00Z")]
    public void Delivery_is_the_last_friday_of_a_quarter(string instant, string expected) =>
        QuarterlyDelivery.After(Parse(instant)).ShouldBe(Parse(expected));

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
