using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>How many decimals Binance prints for a contract: as many as its smallest steps are written with (0.10 has two).</summary>
internal static class InstrumentDecimals
{
    private const int Most = 20;

    public static int PriceDecimals(this Instrument instrument) => instrument.TickSize.Scale;

    public static int QuantityDecimals(this Instrument instrument) => instrument.StepSize.Scale;

    /// <summary>Decimals of a price times a quantity.</summary>
    public static int VolumeDecimals(this Instrument instrument) => Math.Min(Most, instrument.PriceDecimals() + instrument.QuantityDecimals());
}
