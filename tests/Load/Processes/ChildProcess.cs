using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace OmnipotentFutures.Load.Processes;

/// <summary>A program that this tool started and alone ends.</summary>
internal sealed partial class ChildProcess : IDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    /// <summary>Starts a .NET program.</summary>
    /// <param name="program">Path of its dll.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="environment">Settings beside those of this process.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started."));
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Memory that the program holds, MB: the kernel's resident set.</summary>
    public double ResidentMegabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Ends the program as a crash would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to stop, and insists when it does not.</summary>
    public void Dispose()
    {
        if (!_process.HasExited && (Signal(_process.Id, Terminate) != 0 || !_process.WaitForExit(Grace)))
        {
            Kill();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
