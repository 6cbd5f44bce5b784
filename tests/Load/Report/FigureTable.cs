using System.Globalization;

namespace OmnipotentFutures.Load.Report;

/// <summary>Writes figures as a Markdown table, to be read on a terminal and pasted into docs/reliability.md.</summary>
internal static class FigureTable
{
    private static readonly string[] Head = ["figure", "measured", "required", "aim", "", "beside"];

    public static void Write(TextWriter output, IReadOnlyList<Figure> figures)
    {
        string[][] rows = [Head, .. figures.Select(Cells)];
        var widths = Head.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        output.WriteLine();
        output.WriteLine(Line(rows[0], widths));
        output.WriteLine($"|{string.Join('|', widths.Select(width => new string('-', width + 2)))}|");
        foreach (var row in rows.Skip(1))
        {
            output.WriteLine(Line(row, widths));
        }
    }

    private static string[] Cells(Figure figure) =>
    [
        figure.Name,
        figure.Value.ToString("0.###", CultureInfo.InvariantCulture),
        figure.Required?.ToString() ?? "",
        figure.Aim?.ToString() ?? "",
        figure.Verdict,
        figure.Beside,
    ];

    private static string Line(string[] cells, int[] widths) => $"| {string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column])))} |";
}
