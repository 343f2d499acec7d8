// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotSame;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.junit.Test;

/** Registries of methods. */
public final class RegistryTest {

    private record Info(String id) implements MethodInfo {

        @Override
        public String label() {
            return id;
        }

        @Override
        public String summary() {
            return id;
        }

        @Override
        public String paper() {
            return "";
        }

        @Override
        public String verdict() {
            return "";
        }
    }

    private final Registry<Info, Object> m_registry = new Registry.Builder<Info, Object>("Animal")
        .add(new Info("zebra"), Object::new).add(new Info("ant-2"), Object::new).build();

    @Test
    public void keepsTheOrderOfItsLines() {
        assertEquals(List.of("zebra", "ant-2"), m_registry.infos().stream().map(Info::id).toList());
    }

    @Test
    public void makesANewInstanceEachTime() {
        assertNotSame(m_registry.create("zebra"), m_registry.create("zebra"));
    }

    @Test
    public void namesTheKnownMethodsWhenAskedForAnother() {
        final var complaint = assertThrows(SettingsException.class, () -> m_registry.create("bee"));

        assertEquals("\"Animal\" must be one of zebra, ant-2, but is \"bee\".", complaint.getMessage());
        assertEquals(List.of("Choose from the list again."), complaint.fixes());
    }

    @Test
    public void refusesAnIdTwice() {
        final var builder = new Registry.Builder<Info, Object>("Animal").add(new Info("a"), Object::new);

        assertThrows(IllegalArgumentException.class, () -> builder.add(new Info("a"), Object::new));
    }

    @Test
    public void refusesIdsThatCouldNotStayStable() {
        for (final var id : List.of("KCenter", "k center", "-k", "k_center", "")) {
            assertThrows(id, IllegalArgumentException.class,
                () -> new Registry.Builder<Info, Object>("Animal").add(new Info(id), Object::new));
        }
    }
}
