namespace OmnipotentFutures.Load.Report;

/// <summary>One line of the result.</summary>
/// <param name="Name">What was measured, with its unit.</param>
/// <param name="Value">The figure.</param>
/// <param name="Required">What it must reach; null where it only informs.</param>
/// <param name="Aim">What is aimed at; null where there is no such thing.</param>
/// <param name="Beside">The baseline, or what the figure was made of.</param>
internal sealed record Figure(string Name, double Value, Bound? Required = null, Bound? Aim = null, string Beside = "")
{
    public bool IsReached => Required?.Holds(Value) ?? true;

    public string Verdict => this switch
    {
        { Required: null } => "",
        { IsReached: false } => "MISSED",
        { Aim: { } aim } when !aim.Holds(Value) => "reached",
        _ => "aim reached",
    };
}
