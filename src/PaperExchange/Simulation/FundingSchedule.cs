namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>How often a perpetual settles, by Binance's rule since 2025-05-02: after a settlement at its cap or floor it settles every hour,
/// until sixteen settlements in a row were within ±0.025 %.</summary>
/// <param name="usualHours">Hours between settlements in calm times.</param>
/// <param name="cap">Highest funding rate per interval, a fraction; its negative is the floor.</param>
internal sealed class FundingSchedule(int usualHours, double cap)
{
    private const double CalmRate = 0.00025;
    private const int CalmSettlements = 16;

    private int _calm;
    private bool _isHourly;

    /// <summary>Hours between settlements at present.</summary>
    public int Hours => _isHourly ? 1 : usualHours;

    /// <summary>Whether an instant (Unix ms) is one of settlement.</summary>
    public bool SettlesAt(long time) => time % (Hours * SimulationTime.Hour) == 0;

    /// <summary>Learns what was settled.</summary>
    /// <param name="time">The instant, Unix ms.</param>
    /// <param name="rate">The funding rate, a fraction, held within the cap.</param>
    /// <returns>Whether the interval is another from here on.</returns>
    public bool Settle(long time, double rate)
    {
        var before = Hours;
        _calm = Math.Abs(rate) <= CalmRate ? _calm + 1 : 0;
        if (Math.Abs(rate) >= cap)
        {
            _isHourly = true;
        }
        else if (_calm >= CalmSettlements && time % (usualHours * SimulationTime.Hour) == 0)
        {
            // Only where the usual interval begins too: what Binance pays for a part of one is not documented.
            _isHourly = false;
        }

        return Hours != before;
    }
}
