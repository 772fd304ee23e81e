namespace Jpos.Application.BackOffice;

/// <param name="Failure">The kind of it.</param>
/// <param name="Detail">In words, for the one who called.</param>
/// <param name="Field">The field that it is about; null for none.</param>
public sealed record Problem(Failure Failure, string Detail, string? Field = null);
