namespace Jpos.Application.BackOffice.Requests;

/// <summary>A read-only request of a caller. It reads one snapshot, however many statements it needs, and blocks no writer.</summary>
public abstract record Query;

/// <inheritdoc/>
public abstract record Query<TAnswer> : Query, IRequest<TAnswer>;
