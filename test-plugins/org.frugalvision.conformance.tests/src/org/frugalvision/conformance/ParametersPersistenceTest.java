// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.LOAD_ERROR;
import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.frugalvision.conformance.probes.EveryFieldNodeFactory;
import org.frugalvision.conformance.probes.Unstorable;
import org.frugalvision.conformance.probes.WithoutParametersNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** The stored form of parameters of modern nodes. */
public class ParametersPersistenceTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private static WorkflowText everyField(final ConfigTree model) {
        return new WorkflowText().node(1, EveryFieldNodeFactory.class, model);
    }

    /** The model as the node writes it into a new folder. */
    private ConfigTree savedModel(final WorkflowText workflow) throws IOException {
        final var other = m_batch.folder().resolve("Other");
        assertEquals(SUCCESS, m_batch.run(workflow, "-noexecute", "-failonloaderror", "-destDir=" + other));
        final var file = ConfigTree.read(other.resolve("workflow.knime")).text("nodes", "node_1", "node_settings_file");
        return ConfigTree.read(other.resolve(file)).at("model");
    }

    @Test
    public void everyFormIsReadAndWrittenBackEqual() throws IOException {
        assertEquals(EveryField.golden().toString(), EveryField.golden(), savedModel(everyField(EveryField.golden())));
    }

    @Test
    public void everyFormReachesItsField() throws IOException {
        assertEquals(SUCCESS, m_batch.load(everyField(EveryField.golden())));

        final var expected = List.of("first=11", "secret=1", "whole=12", "long=9223372036854775807", "real=2.5",
            "flag=true", "text=x\ty & <z>", "nothing=null", "final=14", "fruit=PEAR", "optWhole=Optional.empty",
            "optText=Optional.empty", "optFruit=Optional[PEAR]", "noWholes=null", "zeroWholes=[]",
            "texts=[null, , t]", "angle=0.125", "layers=[32, 64]", "layerList=[32, 64]", "noLayers=[]",
            "day=2026-02-28", "named=16", "hidden=17", "range=[18, 19]");
        final var journal = m_batch.journal();
        expected.forEach(line -> assertTrue(line + " in " + journal, journal.contains(line)));
    }

    @Test
    public void defaultsAreWrittenInTheSameForm() throws IOException {
        final var model = savedModel(new WorkflowText().node(1, EveryFieldNodeFactory.class));

        final var paths = new TreeSet<>(EveryField.golden().paths());
        paths.removeIf(path -> path.matches(".*/[0-9]+.*") || path.startsWith("map/"));
        final var written = new TreeSet<>(model.paths());
        written.removeIf(path -> path.matches(".*/[0-9]+.*") || path.startsWith("map/"));
        assertEquals(paths, written);
        assertEquals("APPLE", model.text("fruit"));
        assertEquals("1", model.text("optWhole"));
        assertEquals("2026-01-31", model.text("optDay"));
        assertEquals("MANUAL", model.text("columns", "mode"));
    }

    @Test
    public void fieldsOfTheSuperclassComeFirstAndOthersAsDeclared() throws IOException {
        final var keys = List.copyOf(savedModel(new WorkflowText().node(1, EveryFieldNodeFactory.class)).keys());

        assertEquals(List.of("first", "whole", "long", "real", "single", "tiny", "sign", "flag", "text", "nothing"),
            keys.subList(0, 10));
    }

    @Test
    public void privateStaticAndTransientFieldsAreNotStored() throws IOException {
        final var keys = savedModel(new WorkflowText().node(1, EveryFieldNodeFactory.class)).keys();

        for (final var key : List.of("secret", "shared", "fleeting")) {
            assertFalse(key, keys.contains(key));
        }
    }

    @Test
    public void someFormsAreNotSupported() throws IOException {
        for (final var factory : List.of(Unstorable.ShortFieldNodeFactory.class, Unstorable.EnumArrayNodeFactory.class,
            Unstorable.StringListNodeFactory.class, Unstorable.OptionalGroupNodeFactory.class,
            Unstorable.WidgetGroupOnlyNodeFactory.class, Unstorable.SameKeyNodeFactory.class,
            Unstorable.PersistAndPersistorNodeFactory.class)) {
            final var model = new ConfigTree().integer("bad", 1).bool("bad_is_present", false);
            assertEquals(factory.getName(), LOAD_ERROR, m_batch.load(new WorkflowText().node(1, factory, model)));
        }
    }

    @Test
    public void nodeWithoutParametersNeedsAndWritesNone() throws IOException {
        final var workflow = new WorkflowText().node(1, WithoutParametersNodeFactory.class);

        assertEquals(Set.of(), savedModel(workflow).keys());
        assertEquals(SUCCESS, m_batch.load(workflow));
        assertEquals(List.of("null"), List.copyOf(Set.copyOf(m_batch.journal("parameters"))));
    }
}
