namespace Jpos.Application.BackOffice.Requests;

/// <summary>Something that somebody wants to know. It is found as it is at one moment, however many questions to the database that takes, and nothing waits for it.</summary>
public abstract record Query;

/// <inheritdoc/>
public abstract record Query<TAnswer> : Query, IRequest<TAnswer>;
