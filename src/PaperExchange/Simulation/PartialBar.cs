using OmnipotentFutures.PaperExchange.Market;

namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>A bar in the making: prices in ticks for trades, quote units or (the premium index) fractions otherwise; volumes in steps.</summary>
internal struct PartialBar
{
    private double _open;
    private double _high;
    private double _low;
    private double _close;
    private long _volume;
    private long _bought;
    private long _turnover;
    private long _boughtTurnover;
    private long _trades;

    /// <summary>When it opened, Unix ms.</summary>
    public long OpenTime { get; private set; }

    /// <summary>Whether anything is in it.</summary>
    public readonly bool HasAny => OpenTime > 0;

    /// <summary>Takes in a price.</summary>
    public void Add(PriceKind kind, in MicroPoint point)
    {
        var price = kind switch
        {
            PriceKind.Traded => point.LastTicks,
            PriceKind.Mark => point.Mark,
            PriceKind.Premium => point.Premium,
            _ => point.Index,
        };
        if (!HasAny)
        {
            (OpenTime, _open, _high, _low) = (point.Time, price, price, price);
        }

        _close = price;
        _high = Math.Max(_high, price);
        _low = Math.Min(_low, price);
    }

    /// <summary>Takes in what was traded at the latest price.</summary>
    /// <param name="traded">Volumes.</param>
    /// <param name="usualTrade">Turnover of one trade, ticks times steps.</param>
    public void Add(MicroFlow traded, double usualTrade)
    {
        var turnover = traded.Volume * (long)_close;
        _volume += traded.Volume;
        _bought += traded.Bought;
        _turnover += turnover;
        _boughtTurnover += traded.Bought * (long)_close;
        _trades += 1 + (long)(turnover / usualTrade);
    }

    /// <summary>Takes in the bar that follows.</summary>
    public void Add(in PartialBar next)
    {
        _close = next._close;
        _high = Math.Max(_high, next._high);
        _low = Math.Min(_low, next._low);
        _volume += next._volume;
        _bought += next._bought;
        _turnover += next._turnover;
        _boughtTurnover += next._boughtTurnover;
        _trades += next._trades;
    }

    /// <summary>The same bar as the first of a longer one.</summary>
    public readonly PartialBar OpenedAt(long time) => this with { OpenTime = time };

    /// <summary>The bar as it is served.</summary>
    public readonly Bar Finish(InstrumentProfile profile, PriceKind kind)
    {
        if (kind != PriceKind.Traded)
        {
            return new(OpenTime, Round(_open), Round(_high), Round(_low), Round(_close));
        }

        var worth = profile.Instrument.TickSize * profile.Instrument.StepSize;
        return new(
            OpenTime,
            profile.Price((long)_open),
            profile.Price((long)_high),
            profile.Price((long)_low),
            profile.Price((long)_close),
            profile.Quantity(_volume),
            _turnover * worth,
            _trades,
            profile.Quantity(_bought),
            _boughtTurnover * worth);
    }

    private static decimal Round(double price) => Math.Round((decimal)price, 8);
}
