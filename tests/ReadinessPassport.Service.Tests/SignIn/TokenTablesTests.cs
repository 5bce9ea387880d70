using Microsoft.EntityFrameworkCore;
using ReadinessPassport.Service.Platform.SignIn;
using ReadinessPassport.Service.Tests.Fixtures;
using Xunit;

namespace ReadinessPassport.Service.Tests.SignIn;

public class TokenTablesTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_migration_has_every_column_that_OpenIddict_expects()
    {
        await using var tables = new TokenTables(new DbContextOptionsBuilder<TokenTables>().UseNpgsql(db.Web).UseOpenIddict().Options);

        foreach (var entity in tables.Model.GetEntityTypes())
        {
            var columns = string.Join(", ", entity.GetProperties().Select(p => $"\"{p.GetColumnName()}\""));
            Assert.Null(await db.RefusalAsync("rp_web", $"select {columns} from identity.\"{entity.GetTableName()}\""));
        }
    }
}
