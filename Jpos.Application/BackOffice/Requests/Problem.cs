namespace Jpos.Application.BackOffice.Requests;

/// <param name="Failure">The kind of the problem.</param>
/// <param name="Detail">The description for the caller.</param>
/// <param name="Field">The field that caused the problem; null if none.</param>
public sealed record Problem(FailureKind Failure, string Detail, string? Field = null);
