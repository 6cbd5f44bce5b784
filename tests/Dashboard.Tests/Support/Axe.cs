using Microsoft.Playwright;
using OmnipotentFutures.Tests;

namespace OmnipotentFutures.Dashboard.Tests.Support;

/// <summary>axe-core, which looks at a page for what keeps people from using it.</summary>
internal static class Axe
{
    /// <summary>What it calls serious or critical in a page as it is now: the rule, what it asks for, and the element, one for each element.</summary>
    public static async Task<string[]> SeriousFaultsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(RepositoryFolder.PathOf("src/Dashboard/node_modules/axe-core/axe.min.js")));
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run()).violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`))
            """);
    }
}
