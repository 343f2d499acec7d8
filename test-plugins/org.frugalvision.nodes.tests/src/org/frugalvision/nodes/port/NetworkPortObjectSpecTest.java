// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.network.Labelling;
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

    /** Specs of earlier versions say nothing of it and are of networks that tell one class. */
    @Test
    public void remembersThatAnImageMayHaveSeveralLabels() throws Exception {
        final var one = NetworkPortObjectSpec.trained("lenet", List.of("a", "b"));
        final var model = new ModelContent("spec");
        one.save(model);
        assertFalse(model.containsKey("labelling"));
        model.addString("labelling", "several");
        final var several = new NetworkPortObjectSpec();
        several.load(model);
        final var stored = new ModelContent("spec");
        several.save(stored);

        assertEquals("several", stored.getString("labelling"));
        assertEquals(Labelling.SEVERAL, several.labelling());
        assertNotEquals(one, several);
        assertTrue(shown(several).contains(List.of("Labels", "several per image, or none")));
        one.checkOneClass();
        assertEquals("The network must tell one class per image for this node, but tells several labels per image.",
            assertThrows(InvalidSettingsException.class, several::checkOneClass).getMessage());
    }

    @Test
    public void refusesAnUnknownNumberOfLabels() {
        final var model = new ModelContent("spec");
        NetworkPortObjectSpec.trained("lenet", List.of("a", "b")).save(model);
        model.addString("labelling", "dozens");

        assertEquals("The stored network must tell one class or several labels per image, but tells \"dozens\".",
            assertThrows(InvalidSettingsException.class, () -> new NetworkPortObjectSpec().load(model)).getMessage());
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
        assertEquals("\"head\" must be one of the choices of the list, but is \"two\".", problem.getMessage());
    }

    @Test
    public void optionsMakeAnotherSpec() {
        assertNotEquals(NetworkPortObjectSpec.untrained("lenet", OPTIONS),
            NetworkPortObjectSpec.untrained("lenet", ArchitectureOptions.DEFAULT));
    }

    @Test
    public void namesTheArchitectureAsPeopleKnowIt() {
        final var untrained = NetworkPortObjectSpec.untrained("resnet8", OPTIONS);

        assertEquals("The network must be trained, but is the architecture \"ResNet-8\" only.",
            assertThrows(InvalidSettingsException.class, untrained::checkTrained).getMessage());
        assertEquals("Keras network", NetworkPortObjectSpec.trained("Keras network", List.of("a", "b")).label());
    }

    @Test
    public void showsWhatAnArchitectureIs() {
        assertEquals(List.of(List.of("Architecture", "ResNet-8"), List.of("Width multiplier", "0.5"),
            List.of("Batch normalization", "On"), List.of("Dropout", "0.25"),
            List.of("Pooling before the last layers", "Spatial pyramid pooling"),
            List.of("Dropout of feature maps", "0.0"), List.of("Stochastic depth", "0.0"), List.of("State", "untrained"),
            List.of("Images", "those of the CNN Learner"), List.of("Classes", "those of the CNN Learner")),
            shown(NetworkPortObjectSpec.untrained("resnet8", OPTIONS)));
    }

    @Test
    public void showsImagesAndClassesOfATrainedNetwork() throws Exception {
        final var model = new ModelContent("spec");
        NetworkPortObjectSpec.trained("lenet", List.of("cat", "dog")).save(model);
        model.addIntArray("input", 1, 28, 30);
        final var loaded = new NetworkPortObjectSpec();
        loaded.load(model);

        assertEquals(List.of(List.of("Architecture", Architectures.info("lenet").label()), List.of("State", "trained"),
            List.of("Images", "30 x 28 pixels, 1 channel"), List.of("Classes", "2"), List.of("Class 1", "cat"),
            List.of("Class 2", "dog")), shown(loaded));
        final var stored = new ModelContent("spec");
        loaded.save(stored);
        assertArrayEquals(new int[]{1, 28, 30}, stored.getIntArray("input"));
    }

    @Test
    public void refusesImagesWithoutASize() {
        final var model = new ModelContent("spec");
        NetworkPortObjectSpec.trained("lenet", List.of("cat", "dog")).save(model);
        model.addIntArray("input", 1, 0, 30);

        assertEquals("The stored network must name the channels, height and width of its images, but has [1, 0, 30].",
            assertThrows(InvalidSettingsException.class, () -> new NetworkPortObjectSpec().load(model)).getMessage());
    }

    /** The rows of the only view. */
    private static List<List<String>> shown(final NetworkPortObjectSpec spec) {
        final var views = spec.getViews();
        assertEquals(1, views.length);
        assertEquals("Network", views[0].getName());
        return rows(views[0]);
    }

    static List<List<String>> rows(final JComponent view) {
        final var table = (JTable)((JScrollPane)view.getComponent(0)).getViewport().getView();
        assertFalse(table.isCellEditable(0, 0) && table.getDefaultEditor(Object.class) != null);
        return IntStream.range(0, table.getRowCount()).mapToObj(row -> IntStream.range(0, table.getColumnCount())
            .mapToObj(column -> String.valueOf(table.getValueAt(row, column))).toList()).toList();
    }
}
