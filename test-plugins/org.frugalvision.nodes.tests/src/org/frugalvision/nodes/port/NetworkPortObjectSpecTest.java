// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.network.ArchitectureOptions;
import org.frugalvision.engine.network.BatchNorm;
import org.frugalvision.engine.network.Head;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;

/** Specs of stored workflows are API. */
public class NetworkPortObjectSpecTest {

    private static final ArchitectureOptions OPTIONS = new ArchitectureOptions(0.5, BatchNorm.ON, 0.25, Head.PYRAMID);

    @Test
    public void comesBackAsItWasStored() throws Exception {
        for (final var spec : List.of(NetworkPortObjectSpec.untrained("resnet8", OPTIONS),
            NetworkPortObjectSpec.untrained("lenet", ArchitectureOptions.DEFAULT),
            NetworkPortObjectSpec.trained("lenet", List.of("a", "b")))) {
            final var model = new ModelContent("spec");
            spec.save(model);

            final var loaded = new NetworkPortObjectSpec();
            loaded.load(model);

            assertEquals(spec, loaded);
            assertEquals(spec.options(), loaded.options());
        }
    }

    @Test
    public void aSpecWithoutOptionsHasTheUsualOnes() throws Exception {
        final var model = new ModelContent("spec");
        model.addString("architecture", "lenet");
        model.addBoolean("trained", false);
        model.addStringArray("classes");

        final var loaded = new NetworkPortObjectSpec();
        loaded.load(model);

        assertEquals(NetworkPortObjectSpec.untrained("lenet", ArchitectureOptions.DEFAULT), loaded);
    }

    @Test
    public void refusesAnOptionThatItDoesNotKnow() {
        final var model = new ModelContent("spec");
        model.addString("architecture", "lenet");
        model.addBoolean("trained", false);
        model.addStringArray("classes");
        model.addModelContent("options").addString("head", "two");

        final var problem =
            assertThrows(InvalidSettingsException.class, () -> new NetworkPortObjectSpec().load(model));
        assertEquals("\"Head\" must be one of the choices of the list, but is \"two\".", problem.getMessage());
    }

    @Test
    public void optionsMakeAnotherSpec() {
        assertNotEquals(NetworkPortObjectSpec.untrained("lenet", OPTIONS),
            NetworkPortObjectSpec.untrained("lenet", ArchitectureOptions.DEFAULT));
    }
}
