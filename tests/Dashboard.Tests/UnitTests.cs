using System.Diagnostics;
using OmnipotentFutures.Dashboard.Tests.Support;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.Dashboard.Tests;

/// <summary>The dashboard's own tests, which are written beside it in TypeScript.</summary>
public sealed class UnitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [NpmFact]
    public async Task Unit_tests_of_the_dashboard_pass()
    {
        Programs.MissingForNpm.ShouldBeNull();
        var start = new ProcessStartInfo(Programs.Npm!, ["test"])
        {
            WorkingDirectory = RepositoryFolder.PathOf("src/Dashboard"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["NO_COLOR"] = "1", ["CI"] = "true" },
        };
        using var npm = Process.Start(start)!;
        npm.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = npm.StandardError.ReadToEndAsync(patience.Token);
            await npm.WaitForExitAsync(patience.Token);

            npm.ExitCode.ShouldBe(0, $"{await output}\n{await errors}");
        }
        finally
        {
            npm.Kill(entireProcessTree: true);
        }
    }
}
