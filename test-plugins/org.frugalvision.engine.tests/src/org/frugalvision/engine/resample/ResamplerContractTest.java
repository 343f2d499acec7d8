// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.frugalvision.engine.resample.ResamplerInfo.Trait;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What every method of resampling must do. */
@RunWith(Parameterized.class)
public final class ResamplerContractTest {

    private final String m_id;

    /** @param id id of the method */
    public ResamplerContractTest(final String id) {
        m_id = id;
    }

    /** @return ids of all methods */
    @Parameters(name = "{0}")
    public static List<String> ids() {
        return Resamplers.infos().stream().map(ResamplerInfo::id).toList();
    }

    @Test
    public void doesNothingThatItDoesNotDeclare() {
        final var traits = Resamplers.info(m_id).traits();
        final int[] times = times(pool(), 1);

        assertTrue(traits.contains(Trait.REPEATS) || Arrays.stream(times).allMatch(count -> count <= 1));
        assertTrue(traits.contains(Trait.DROPS) || Arrays.stream(times).allMatch(count -> count >= 1));
    }

    @Test
    public void givesTheSameForTheSameSeed() {
        assertArrayEquals(times(pool(), 5), times(pool(), 5));
    }

    @Test
    public void leavesItsInputAsItWas() {
        final LabelledPool pool = pool();
        times(pool, 5);

        assertArrayEquals(pool().labels(), pool.labels());
    }

    /** A class that is known but has no images stays without, and harms no other. */
    @Test
    public void aClassWithoutImagesStaysEmpty() {
        final var pool = new LabelledPool(pool().labels(), List.of("a", "b", "c", "empty"));
        final int[] counts = pool.counts(times(pool, 2));

        assertEquals(0, counts[3]);
        assertTrue(Arrays.stream(counts, 0, 3).allMatch(count -> count > 0));
    }

    @Test
    public void refusesAPoolWithoutImages() {
        final var problem =
            assertThrows(DataException.class, () -> times(new LabelledPool(new int[0], List.of("a")), 1));

        assertEquals("Images: there is no image with a label.", problem.getMessage());
    }

    @Test
    public void refusesUnknownSettings() {
        assertThrows(SettingsException.class,
            () -> new Resampling(new Choice(m_id, Map.of("from-the-future", "1")), 0));
    }

    @Test
    public void saysWhenItPays() {
        assertFalse(Resamplers.info(m_id).verdict().isBlank());
    }

    private int[] times(final LabelledPool pool, final long seed) {
        return new Resampling(Resamplers.settings(m_id), seed).times(pool);
    }

    /** 40, 20 and 10 images. */
    private static LabelledPool pool() {
        return new LabelledPool(IntStream.range(0, 70).map(i -> i < 40 ? 0 : i < 60 ? 1 : 2).toArray(),
            List.of("a", "b", "c"));
    }
}
