namespace Jpos.Application.BackOffice.Requests;

/// <param name="Failure">The kind of it.</param>
/// <param name="Detail">In words, for the one who called.</param>
/// <param name="Field">The field that it is about; null for none.</param>
public sealed record Problem(FailureKind Failure, string Detail, string? Field = null);
