package io.countersign.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.kernel.ErrorCode;
import io.countersign.kernel.Refusal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who sees what by organization. */
class OrganizationScopeTest {
    private final OrganizationScope house = OrganizationScope.of(Somebody.with("hana", Set.of(), null));
    private final OrganizationScope south = OrganizationScope.of(Somebody.with("sven", Set.of(), "south"));

    @Test
    void peopleOfTheHouseSeeWhatEveryOrganizationOwns() {
        assertTrue(house.isWhole());
        assertTrue(house.covers("south"));
        assertTrue(house.covers((String) null));
    }

    @Test
    void peopleOfAnOrganizationSeeItsOwnAndWhatNobodyOwns() {
        assertTrue(south.covers("south"));
        assertTrue(south.covers((String) null));
        assertFalse(south.covers("north"));
        assertFalse(south.covers("South"));
    }

    @Test
    void whatAnotherOrganizationOwnsDoesNotExist() {
        Refusal refused = assertThrows(Refusal.class, () -> south.require("workflow", "w-1", "north"));
        Refusal missing = Refusal.notFound("workflow", "w-1");
        assertEquals(missing.code(), refused.code());
        assertEquals(missing.getMessage(), refused.getMessage());
        assertEquals(missing.details(), refused.details());
        assertDoesNotThrow(() -> south.require("workflow", "w-1", null));
    }

    @Test
    void onlyTheHouseChangesWhatBelongsToAll() {
        Refusal refused = assertThrows(Refusal.class, () -> south.requireHouse());
        assertEquals(ErrorCode.FORBIDDEN, refused.code());
        assertEquals(Map.of("reason", "organization"), refused.details());
        assertDoesNotThrow(() -> house.requireHouse());
    }

    @Test
    void whatPeopleOfAnOrganizationMakeIsItsOwn() {
        assertEquals("south", south.owner(null));
        assertTrue(south.mayGiveTo("south"));
        assertFalse(south.mayGiveTo("north"));
        assertFalse(south.mayGiveTo(null));
        assertEquals("north", house.owner("north"));
        assertTrue(house.mayGiveTo("north"));
        assertTrue(house.mayGiveTo(null));
    }

    @Test
    void theConditionForQueriesSaysTheSame() {
        assertEquals("(w.owner is null or w.owner in (:own))", south.condition("w.owner", ":own"));
    }
}
