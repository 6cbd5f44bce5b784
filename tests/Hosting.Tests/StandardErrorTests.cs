namespace OmnipotentFutures.Hosting.Tests;

/// <summary>Tests of what a program writes to standard error. There is one in a process: classes of these run one after the other.</summary>
public abstract class StandardErrorTests : IDisposable
{
    public const string Collection = "standard error";

    private readonly TextWriter _standardError = Console.Error;
    private readonly StringWriter _written = new();

    protected StandardErrorTests() => Console.SetError(_written);

    protected string Written => _written.ToString();

    public void Dispose()
    {
        Console.SetError(_standardError);
        _written.Dispose();
        GC.SuppressFinalize(this);
    }
}
