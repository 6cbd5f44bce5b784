using System.Collections.Immutable;

namespace OmnipotentFutures.PaperExchange.Api.Faults;

/// <summary>The faults that are switched on.</summary>
internal sealed class FaultSwitches
{
    private ImmutableList<Fault> _faults = [];

    public IReadOnlyList<Fault> All => _faults;

    public void Add(Fault fault) => ImmutableInterlocked.Update(ref _faults, faults => faults.Add(fault));

    public void Clear() => ImmutableInterlocked.Update(ref _faults, faults => faults.Clear());
}
