using System.Globalization;
using OmnipotentFutures.LiquidationHeatmap.Brackets;
using OmnipotentFutures.LiquidationHeatmap.Model;
using static OmnipotentFutures.LiquidationHeatmap.Tests.Brackets.Samples;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Brackets;

/// <summary>The exchange's own table: when it is asked for, what of it is believed, and what is kept.</summary>
public sealed class ExchangeBracketsTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("brackets-").FullName;
    private readonly BracketsUnderTest _brackets;

    public ExchangeBracketsTests() => _brackets = new BracketsUnderTest(_directory);

    public void Dispose()
    {
        _brackets.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Exchange_goes_before_what_is_built_in()
    {
        _brackets.Answer = Table(Risk("BTCUSDT"), Risk("币安人生USDT"));
        await _brackets.LookAsync();

        foreach (var symbol in new[] { "BTCUSDT", "币安人生USDT" })
        {
            var brackets = await _brackets.GetAsync(symbol);

            (brackets.Source, brackets.AsOf, brackets.IsOld).ShouldBe((BracketSource.Exchange, _brackets.Now, false));
            brackets.Ladder.Brackets.ShouldBe([new Bracket(0, 1000, 0.01, 0, 30), new Bracket(1000, 5000, 0.05, 40, 10)]);
        }

        _brackets.Log.ShouldBe(["Information: Margin brackets of 2 symbols taken in from website.test:5010 (binance)"]);
    }

    [Fact]
    public async Task Without_the_exchange_brackets_are_built_in_or_assumed()
    {
        await _brackets.LookAsync();

        (await _brackets.GetAsync("BTCUSDT")).ShouldBe(new ContractBrackets(BuiltInBrackets.For("BTCUSDT").Ladder, BracketSource.BuiltIn, BuiltInBrackets.AsOf));
        (await _brackets.GetAsync("NEWUSDT")).ShouldBe(new ContractBrackets(BuiltInBrackets.For("NEWUSDT").Ladder, BracketSource.Assumed));
        _brackets.Log.First().ShouldStartWith("Warning: Website is closed until");
        _brackets.Log.Skip(1).ShouldHaveSingleItem().ShouldStartWith("Warning: The margin brackets from website.test:5010 are refused, those before stay in use: /bapi/futures");
    }

    [Fact]
    public async Task Table_is_asked_for_once_a_day_and_after_a_failure_soon_then_ever_more_rarely_down_to_once_an_hour()
    {
        _brackets.Answer = Table(Risk("BTCUSDT"));
        await LookEveryMinuteAsync(TimeSpan.FromHours(23.9));
        _brackets.Calls.ShouldBe(1);

        _brackets.Answer = null;
        await LookEveryMinuteAsync(TimeSpan.FromHours(5.2));
        // 0, 1, 2, 6 and 22 minutes after it was due, then every hour.
        _brackets.Calls.ShouldBe(1 + 9);

        _brackets.Answer = Table(Risk("BTCUSDT"));
        await LookEveryMinuteAsync(TimeSpan.FromHours(1));
        _brackets.Calls.ShouldBe(1 + 10);

        (await _brackets.GetAsync("BTCUSDT")).Source.ShouldBe(BracketSource.Exchange);
    }

    [Fact]
    public async Task Table_that_cannot_be_confirmed_for_three_days_is_old()
    {
        _brackets.Answer = Table(Risk("BTCUSDT"));
        await _brackets.LookAsync();
        var taken = _brackets.Now;
        _brackets.Answer = null;

        _brackets.Clock.Advance(TimeSpan.FromDays(3));
        await _brackets.LookAsync();
        (await _brackets.GetAsync("BTCUSDT")).IsOld.ShouldBeFalse();

        _brackets.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var old = await _brackets.GetAsync("BTCUSDT");
        (old.Source, old.AsOf, old.IsOld).ShouldBe((BracketSource.Exchange, taken, true));
    }

    [Fact]
    public async Task Contract_with_bad_rows_keeps_its_last_good_ladder()
    {
        _brackets.Answer = Table(Risk("AUSDT"), Risk("BUSDT"), Risk("CUSDT"));
        await _brackets.LookAsync();
        var first = _brackets.Now;
        _brackets.Clock.Advance(TimeSpan.FromDays(1));
        _brackets.Answer = Table(Risk("AUSDT", 0.02m), BadRisk("BUSDT"), Risk("CUSDT"));
        await _brackets.LookAsync();

        (await _brackets.GetAsync("AUSDT")).Ladder.Brackets[0].MaintenanceRate.ShouldBe(0.02);
        var kept = await _brackets.GetAsync("BUSDT");
        (kept.Source, kept.AsOf, kept.Ladder.Brackets[0].MaintenanceRate).ShouldBe((BracketSource.Exchange, first, 0.01));
        _brackets.Log.ShouldContain(
            "Warning: 1 symbols keep the margin brackets they had, because those from website.test:5010 are bad, "
            + "such as BUSDT, row 2: floor 900 must be 1000, the cap of the row before");
    }

    [Theory]
    [InlineData("""{"code":"100001","message":"System busy"}""", "error 100001, System busy")]
    [InlineData("""{"code":"000000","data":{"brackets":[]}}""", "it names no contract")]
    [InlineData("""{"code":"000000","data":{"brackets":[null]}}""", "1 of 1 contracts are bad, such as a contract has no name")]
    [InlineData("""{"code":"000000","data":{"brackets":[{"symbol":""}]}}""", "1 of 1 contracts are bad, such as a contract has no name")]
    [InlineData("""{"code":"000000","data":{"brackets":[{"symbol":"A"},{"symbol":"B"}]}}""", "2 of 2 contracts are bad, such as A, there are no brackets")]
    [InlineData("""{"code":"000000","data":{"brackets":[{"symbol":"A","riskBrackets":[null]}]}}""", "A, row 1: it is null")]
    [InlineData("""{"code":"000000","data":{"brackets":[{"symbol":"A","riskBrackets":[{"bracketNotionalFloor":0}]}]}}""", "A, row 1: the notional cap is missing")]
    [InlineData("not json", "not the JSON")]
    public async Task Table_that_is_bad_as_a_whole_is_refused_and_the_last_good_one_stays(string body, string reason)
    {
        _brackets.Answer = Table(Risk("AUSDT"));
        await _brackets.LookAsync();
        _brackets.Clock.Advance(TimeSpan.FromDays(1));
        _brackets.Answer = body;
        await _brackets.LookAsync();

        (await _brackets.GetAsync("AUSDT")).Source.ShouldBe(BracketSource.Exchange);
        _brackets.Log.Last().ShouldStartWith("Warning: The margin brackets from website.test:5010 are refused, those before stay in use: ");
        _brackets.Log.Last().ShouldContain(reason);
    }

    [Theory]
    [InlineData("2.5")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public async Task Leverage_that_is_no_whole_number_is_bad(string leverage)
    {
        _brackets.Answer = Table(Risk("A"), Risk("B"), Risk("D"), Risk("C").Replace(":30}", $":{leverage}}}", StringComparison.Ordinal), Risk("A"));
        await _brackets.LookAsync();

        _brackets.Log.Last().ShouldContain("2 symbols keep");
        _brackets.Log.Last().ShouldContain($"C, row 1: highest leverage {leverage} must be a whole number");
    }

    [Fact]
    public async Task First_answer_waits_for_the_table_a_moment()
    {
        var hold = new TaskCompletionSource();
        (_brackets.Answer, _brackets.Hold) = (Table(Risk("BTCUSDT")), hold.Task);
        var looking = _brackets.LookAsync();

        var patient = _brackets.GetAsync("BTCUSDT");
        patient.IsCompleted.ShouldBeFalse();
        hold.SetResult();
        await looking;

        (await patient).Source.ShouldBe(BracketSource.Exchange);
    }

    [Fact]
    public async Task First_answer_does_not_wait_longer_than_that()
    {
        var hold = new TaskCompletionSource();
        (_brackets.Answer, _brackets.Hold) = (Table(Risk("BTCUSDT")), hold.Task);
        var looking = _brackets.LookAsync();

        var waiting = _brackets.GetAsync("BTCUSDT");
        _brackets.Clock.Advance(TimeSpan.FromSeconds(2));

        (await waiting).Source.ShouldBe(BracketSource.BuiltIn);
        hold.SetResult();
        await looking;
    }

    [Fact]
    public async Task Caller_who_leaves_is_let_go()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => _brackets.GetAsync("BTCUSDT", gone.Token));
    }

    [Fact]
    public async Task Table_is_there_at_the_next_start_and_not_asked_for_before_its_day_is_over()
    {
        _brackets.Answer = Table(Risk("BTCUSDT"), Risk("A/BUSDT", 0.0333m));
        await _brackets.LookAsync();
        var taken = _brackets.Now;
        var before = (await _brackets.GetAsync("A/BUSDT")).Ladder.Brackets;
        Directory.GetFiles(_directory).ShouldHaveSingleItem().ShouldEndWith("website.test_5010.json");

        using var next = new BracketsUnderTest(_directory);
        next.Clock.Advance(TimeSpan.FromHours(20));
        await next.LoadAsync();
        await next.LookAsync();

        next.Calls.ShouldBe(0);
        var kept = await next.GetAsync("A/BUSDT");
        (kept.Source, kept.AsOf).ShouldBe((BracketSource.Exchange, taken));
        kept.Ladder.Brackets.ShouldBe(before);
        next.Log.ShouldBe(["Information: Margin brackets of 2 symbols, kept from website.test:5010 (binance), are in use"]);

        next.Clock.Advance(TimeSpan.FromHours(4));
        await next.LookAsync();
        next.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Kept_table_of_another_host_is_not_ours()
    {
        _brackets.Answer = Table(Risk("BTCUSDT"));
        await _brackets.LookAsync();
        var kept = Directory.GetFiles(_directory).Single();

        using var other = new BracketsUnderTest(_directory, ("Binance:BracketsUrl", "https://elsewhere.test"));
        File.Copy(kept, Path.Combine(_directory, "elsewhere.test.json"));
        await other.LoadAsync();
        await other.LookAsync();

        other.Calls.ShouldBe(1);
        (await other.GetAsync("BTCUSDT")).Source.ShouldBe(BracketSource.BuiltIn);
    }

    [Fact]
    public async Task Simulated_brackets_are_for_the_simulated_market_alone()
    {
        (_brackets.Answer, _brackets.Paper) = (Table(Risk("BTCUSDT")), "simulated");
        await _brackets.LookAsync();
        await _brackets.AskExchangeAsync();
        (await _brackets.GetAsync("BTCUSDT")).Source.ShouldBe(BracketSource.Exchange);

        // The same address later, with another market behind it and no brackets, or with Binance.
        foreach (var paper in new[] { "recorded", null })
        {
            using var next = new BracketsUnderTest(_directory) { Paper = paper };
            await next.LoadAsync();
            await next.LookAsync();
            await next.AskExchangeAsync();

            next.Calls.ShouldBe(1);
            (await next.GetAsync("BTCUSDT")).Source.ShouldBe(BracketSource.BuiltIn);
        }
    }

    [Fact]
    public async Task Another_market_begins_with_its_own_table()
    {
        (_brackets.Answer, _brackets.Paper) = (Table(Risk("AUSDT"), Risk("BUSDT")), "simulated");
        await _brackets.LookAsync();
        _brackets.Clock.Advance(TimeSpan.FromDays(1));
        (_brackets.Answer, _brackets.Paper) = (Table(Risk("AUSDT")), null);
        await _brackets.LookAsync();

        (await _brackets.GetAsync("AUSDT")).Source.ShouldBe(BracketSource.Exchange);
        (await _brackets.GetAsync("BUSDT")).Source.ShouldBe(BracketSource.Assumed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"host":"website.test:5010","origin":"binance","fetchedAt":1}""")]
    [InlineData("""{"host":"website.test:5010","origin":"binance","fetchedAt":-9223372036854775808,"symbols":[null]}""")]
    [InlineData("""{"host":"website.test:5010","origin":"binance","fetchedAt":9223372036854775807,"symbols":[{"symbol":"BTCUSDT","asOf":9223372036854775807,"brackets":[null]}]}""")]
    [InlineData("""{"host":"website.test:5010","origin":"binance","fetchedAt":9223372036854775807,"symbols":[{"symbol":"BTCUSDT","asOf":1,"brackets":[]}]}""")]
    public async Task Kept_table_that_cannot_be_used_is_no_obstacle(string content)
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "website.test_5010.json"), content);
        _brackets.Answer = Table(Risk("BTCUSDT"));

        await _brackets.LoadAsync();
        await _brackets.LookAsync();

        (await _brackets.GetAsync("BTCUSDT")).AsOf.ShouldBe(_brackets.Now);
    }

    [Fact]
    public async Task Folder_that_cannot_be_written_is_told_once_and_brackets_stay_in_memory()
    {
        var file = Path.Combine(_directory, "file");
        await File.WriteAllTextAsync(file, string.Empty);
        using var brackets = new BracketsUnderTest(Path.Combine(file, "folder")) { Answer = Table(Risk("BTCUSDT")) };

        await brackets.LoadAsync();
        for (var day = 0; day < 3; day++)
        {
            await brackets.LookAsync();
            brackets.Clock.Advance(TimeSpan.FromDays(1));
        }

        brackets.Calls.ShouldBe(3);
        (await brackets.GetAsync("BTCUSDT")).Source.ShouldBe(BracketSource.Exchange);
        brackets.Log.Where(line => line.StartsWith("Warning: Margin brackets cannot be kept in", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_table_kept_is_always_whole()
    {
        _brackets.Answer = Table([.. Enumerable.Range(0, 700).Select(i => Risk(i.ToString(CultureInfo.InvariantCulture)))]);
        await _brackets.LookAsync();

        Directory.GetFiles(_directory).ShouldHaveSingleItem().ShouldEndWith(".json");
        using var next = new BracketsUnderTest(_directory);
        await next.LoadAsync();
        next.Log.ShouldHaveSingleItem().ShouldContain("700 symbols");
    }

    private async Task LookEveryMinuteAsync(TimeSpan time)
    {
        for (var minute = 0; minute < time.TotalMinutes; minute++)
        {
            await _brackets.LookAsync();
            _brackets.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }
}
