using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using OmnipotentFutures.Analysis.Symbols;

namespace OmnipotentFutures.Analysis.Tests.Symbols;

public sealed class SymbolNameTests
{
    [Theory]
    [InlineData("BTCUSDT", "BTCUSDT")]
    [InlineData("btcusdt", "BTCUSDT")]
    [InlineData("btc/usdt", "BTCUSDT")]
    [InlineData("BTC-USDT", "BTCUSDT")]
    [InlineData("Btc_Usdt", "BTCUSDT")]
    [InlineData("1000pepe/usdt", "1000PEPEUSDT")]
    [InlineData("BTCUSDT_261225", "BTCUSDT_261225")]
    [InlineData("btc/usdt_261225", "BTCUSDT_261225")]
    [InlineData("btc_usdt_261225", "BTCUSDT_261225")]
    [InlineData("BTC-USDT-261225", "BTCUSDT261225")]
    [InlineData("BTC_USDT_2612251", "BTCUSDT2612251")]
    [InlineData("币安人生usdt", "币安人生USDT")]
    [InlineData("币安人生/USDT", "币安人生USDT")]
    [InlineData("x", "X")]
    public void Spelling_of_a_symbol_is_read_as_the_exchanges(string text, string expected)
    {
        SymbolName.TryParse(text, out var symbol).ShouldBeTrue();

        symbol.Value.ShouldBe(expected);
        symbol.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" BTCUSDT")]
    [InlineData("BTCUSDT ")]
    [InlineData("BTC USDT")]
    [InlineData("BTCUSDT\n")]
    [InlineData("BTCUSDT\r\nX-Injected: 1")]
    [InlineData("BTC\0USDT")]
    [InlineData("BTC\u001bUSDT")]
    [InlineData("BTC\u007fUSDT")]
    [InlineData("BTC\u0085USDT")]
    [InlineData("BTC\u200eUSDT")]
    [InlineData("\u202eTDSUCTB")]
    [InlineData("BTC\u200dUSDT")]
    [InlineData("\ufeffBTCUSDT")]
    [InlineData("BTC\u00a0USDT")]
    [InlineData("BTC\u0301USDT")]
    [InlineData("BTCUSDT🚀")]
    [InlineData("🚀")]
    [InlineData("𝐁𝐓𝐂USDT")]
    [InlineData("\ud83d")]
    [InlineData("/BTCUSDT")]
    [InlineData("BTCUSDT/")]
    [InlineData("-BTCUSDT")]
    [InlineData("_261225")]
    [InlineData("BTCUSDT_")]
    [InlineData("BTC//USDT")]
    [InlineData("BTC-/USDT")]
    [InlineData("/")]
    [InlineData("../")]
    [InlineData("..%2f")]
    [InlineData("../../etc/passwd")]
    [InlineData("..\\BTCUSDT")]
    [InlineData("%00")]
    [InlineData("BTC%2FUSDT")]
    [InlineData("BTC.USDT")]
    [InlineData("BTC:USDT")]
    [InlineData("BTCUSDT?limit=1")]
    [InlineData("BTCUSDT&symbol=ETHUSDT")]
    [InlineData("BTCUSDT;DROP TABLE")]
    [InlineData("<script>")]
    [InlineData("{\"a\":1}")]
    public void Rubbish_is_not_a_symbol(string? text)
    {
        SymbolName.TryParse(text, out var symbol).ShouldBeFalse();

        symbol.ShouldBe(default);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(SymbolName.MaxLength, true)]
    [InlineData(SymbolName.MaxLength + 1, false)]
    [InlineData(300, false)]
    [InlineData(1_000_000, false)]
    public void Length_decides_above_fifty_characters(int length, bool accepted) =>
        SymbolName.TryParse(new string('A', length), out _).ShouldBe(accepted);

    [Property(Arbitrary = [typeof(SymbolTexts)], MaxTest = 2_000)]
    public void Accepted_text_has_no_separator_but_the_delivery_underscore(SymbolText text)
    {
        if (!SymbolName.TryParse(text.Value, out var symbol))
        {
            return;
        }

        var contract = symbol.Value is [.. var name, '_', _, _, _, _, _, _] ? name : symbol.Value;
        contract.ShouldNotBeEmpty();
        contract.ShouldAllBe(letter => char.IsLetterOrDigit(letter));
        symbol.Value.ShouldBe(symbol.Value.ToUpperInvariant());
        symbol.Value.Length.ShouldBeLessThanOrEqualTo(text.Value!.Length);
    }

    [Property(Arbitrary = [typeof(SymbolTexts)], MaxTest = 2_000)]
    public void Accepted_symbol_reads_as_itself(SymbolText text)
    {
        if (!SymbolName.TryParse(text.Value, out var symbol))
        {
            return;
        }

        SymbolName.TryParse(symbol.Value, out var again).ShouldBeTrue();
        again.ShouldBe(symbol);
    }

    [Property(MaxTest = 2_000)]
    public void Any_text_is_accepted_or_refused_without_throwing(string? text) =>
        SymbolName.TryParse(text, out var symbol).ShouldBe(symbol.Value is not null);

    [Fact]
    public void Every_character_of_the_basic_plane_is_accepted_as_itself_or_refused()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var accepted = SymbolName.TryParse($"{(char)code}USDT", out var symbol);

            accepted.ShouldBe(char.IsLetter((char)code) || char.IsDigit((char)code), $"U+{code:X4}");
            if (accepted)
            {
                SymbolName.TryParse(symbol.Value, out var again).ShouldBeTrue($"U+{code:X4}");
                again.ShouldBe(symbol, $"U+{code:X4}");
            }
        }
    }

    /// <summary>A text that resembles a symbol more often than chance would have it.</summary>
    public sealed record SymbolText(string? Value);

    public static class SymbolTexts
    {
        private const string Alphabet = "abtcusdBTCUSD0123456789____///---币ǆßıé. %\0";

        public static Arbitrary<SymbolText> Texts() =>
            Gen.OneOf(
                Gen.Elements(Alphabet.ToCharArray()).ArrayOf().Select(letters => new SymbolText(new string(letters))),
                Gen.Elements(Alphabet[..20].ToCharArray()).NonEmptyListOf().Select(letters => new SymbolText(string.Concat(letters) + "_261225")),
                ArbMap.Default.GeneratorFor<string?>().Select(text => new SymbolText(text))).ToArbitrary();
    }
}
