namespace OmnipotentFutures.Binance.Http;

/// <summary>Units that a call has taken.</summary>
/// <param name="wait">How long until it may be sent.</param>
/// <param name="units">How many.</param>
/// <param name="slot">Where they are logged.</param>
internal sealed class BudgetTurn(TimeSpan wait, int units, SpentSlot slot)
{
    public TimeSpan Wait => wait;

    public int Units => units;

    public SpentSlot Slot { get; set; } = slot;
}
