// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Optional;

import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Labels from paths. */
public final class LabellingTest {

    @Test
    public void countsFoldersFromBothEnds() {
        assertEquals(Optional.of("train"), new Labelling.Folder(1).of("train/cat/7.png"));
        assertEquals(Optional.of("cat"), new Labelling.Folder(2).of("train/cat/7.png"));
        assertEquals(Optional.of("cat"), new Labelling.Folder(-1).of("train/cat/7.png"));
        assertEquals(Optional.of("train"), new Labelling.Folder(-2).of("train/cat/7.png"));
    }

    @Test
    public void neverTakesTheNameOfTheFileForAFolder() {
        assertEquals(Optional.empty(), new Labelling.Folder(3).of("train/cat/7.png"));
        assertEquals(Optional.empty(), new Labelling.Folder(-3).of("train/cat/7.png"));
        assertEquals(Optional.empty(), new Labelling.Folder(1).of("7.png"));
        assertEquals(Optional.empty(), new Labelling.Folder(-1).of("7.png"));
    }

    @Test
    public void findsTheNamedGroup() {
        final var labelling = new Labelling.Expression("(?<label>cat|dog)_\\d+", "Regular expression");

        assertEquals(Optional.of("dog"), labelling.of("all/dog_17.png"));
        assertEquals(Optional.empty(), labelling.of("all/bird_17.png"));
    }

    /** Where both are there, each takes its own. */
    @Test
    public void aGroupMayBeNamedForWhatItIs() {
        final String both = "(?<label>cat|dog)_(?<group>camera\\d)";

        assertEquals(Optional.of("camera2"), new Labelling.Expression(both, "Group", "group").of("dog_camera2.png"));
        assertEquals(Optional.of("dog"), new Labelling.Expression(both, "Label").of("dog_camera2.png"));
        assertEquals(Optional.of("dog"),
            new Labelling.Expression("(?<label>cat|dog)", "Group", "group").of("dog_camera2.png"));
        assertEquals("\"Group\" must have a group (?<group>...), but is \"(dog)\".", assertThrows(
            SettingsException.class, () -> new Labelling.Expression("(dog)", "Group", "group")).getMessage());
    }

    @Test
    public void refusesLevelsThatNoPathHas() {
        assertEquals("\"Path level\" must be from -64 to 64, and not 0, but is 65.",
            assertThrows(SettingsException.class, () -> new Labelling.Folder(65)).getMessage());
        assertThrows(SettingsException.class, () -> new Labelling.Folder(-65));
    }

    @Test
    public void hasNoEmptyLabel() {
        assertEquals(Optional.empty(),
            new Labelling.Expression("(?<label>[a-z]*)_", "Regular expression").of("_17.png"));
        assertEquals(Optional.empty(), new Labelling.Expression("x|(?<label>y)", "Regular expression").of("x.png"));
    }

    @Test
    public void refusesWhatCannotWork() {
        assertEquals("\"Path level\" must be from -64 to 64, and not 0, but is 0.",
            assertThrows(SettingsException.class, () -> new Labelling.Folder(0)).getMessage());
        assertEquals("\"Regular expression\" must have a group (?<label>...), but is \"(cat|dog)\".",
            assertThrows(SettingsException.class, () ->
                new Labelling.Expression("(cat|dog)", "Regular expression")).getMessage());
        assertThrows(SettingsException.class, () -> new Labelling.Expression("\\(?<label>cat", "Regular expression"));
        assertEquals("\"Regular expression\" must be readable (Unclosed group), but is \"(?<label>cat\".",
            assertThrows(SettingsException.class, () ->
                new Labelling.Expression("(?<label>cat", "Regular expression")).getMessage());
    }
}
