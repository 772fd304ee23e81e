using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Begins an import. If the same file was begun before, that import is resumed in its original charset.</summary>
/// <param name="Kind">The kind of the file.</param>
/// <param name="Digest">The SHA-256 of the file.</param>
/// <param name="Charset">The charset of the file.</param>
/// <param name="Lines">The number of lines.</param>
public sealed record BeginImport(ImportKind Kind, byte[] Digest, string Charset, int Lines) : Command<ImportView>;

public sealed class BeginImportHandler(IImports imports, CommandAudit steps) : IRequestHandler<BeginImport, CommandResult<ImportView>>
{
    public async Task<CommandResult<ImportView>> Handle(BeginImport request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await imports.Find(request.Kind, request.Digest, cancellationToken) is { } begun)
        {
            return begun.Charset == request.Charset
                ? ImportView.Of(begun)
                : new Problem(FailureKind.Conflict, $"Import {begun.Id} reads this file in the charset {begun.Charset}. Send that charset to continue it. To import the file in {request.Charset}, change the file first: another order of rows is enough.");
        }

        var import = new Import(request.Kind, request.Digest, request.Charset, request.Lines, steps.Now.Utc);
        await imports.Add(import, cancellationToken);
        return steps.RecordCreated(request, ImportView.Subject(import.Id), ImportView.Of(import));
    }
}
