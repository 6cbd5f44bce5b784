using System.Text.Json;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.EndToEnd;

/// <summary>The suite on a recording, where long/short ratios and spot were not recorded.</summary>
[Collection(OnRecording.Name)]
public sealed class RecordedSuiteTests(RecordedSuite recorded)
{
    [SharedFolderFact("market")]
    public async Task Missing_inputs_leave_gaps_and_fail_nothing()
    {
        var suite = recorded.Suite;

        var funding = (await suite.GetAsync(suite.Gateway, "/api/funding-derivatives?symbol=BTCUSDT")).GetProperty("data");
        funding.GetProperty("meta").GetProperty("source").GetString().ShouldBe("paper-recorded");
        funding.GetProperty("meta").GetProperty("missing_inputs").EnumerateArray().Select(input => input.GetString()).ShouldContain("long_short_ratio");
        funding.GetProperty("open_interest").GetProperty("value").GetDecimal().ShouldBeGreaterThan(0);

        var liquidation = (await suite.GetAsync(suite.Gateway, "/api/liquidation-heatmap?symbol=BTCUSDT")).GetProperty("data");
        liquidation.GetProperty("zones").GetProperty("above_price").GetArrayLength().ShouldBeGreaterThan(0);
        liquidation.GetProperty("zones").GetProperty("below_price").GetArrayLength().ShouldBeGreaterThan(0);

        // A recording holds no brackets.
        liquidation.GetProperty("meta").GetProperty("brackets").GetProperty("source").GetString().ShouldBe("built_in");
        liquidation.WarningCodes().ShouldContain("brackets_dated");

        funding.WarningCodes().ShouldContain("spot_and_index_missing");
        funding.WarningCodes().ShouldContain("recorded_data");

        // No open interest was recorded of it: that is not an open interest of zero.
        var xrpFunding = (await suite.GetAsync(suite.Gateway, "/api/funding-derivatives?symbol=XRPUSDT")).GetProperty("data");
        xrpFunding.GetProperty("open_interest").ValueKind.ShouldBe(JsonValueKind.Null);
        var xrp = (await suite.GetAsync(suite.Gateway, "/api/liquidation-heatmap?symbol=XRPUSDT")).GetProperty("data");
        xrp.GetProperty("zones").GetProperty("above_price").GetArrayLength().ShouldBe(0);
        xrp.GetProperty("meta").GetProperty("missing_inputs").EnumerateArray().Select(input => input.GetString()).ShouldContain("open_interest_history");
    }
}
