namespace OmnipotentFutures.LiquidationHeatmap.Model;

/// <summary>Why rows of brackets are no ladder.</summary>
/// <param name="Row">The row, from 1; 0 when there are none.</param>
/// <param name="Reason">What is wrong with it, without a full stop.</param>
public sealed record BracketFault(int Row, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Row == 0 ? Reason : $"row {Row}: {Reason}";
}
