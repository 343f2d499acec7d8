// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Set;

import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** The registry of selection methods. */
public final class SelectorsTest {

    /** Stored workflows name methods by these ids: none may be renamed or removed. */
    @Test
    public void offersTheBaselineFirstAndKeepsItsIds() {
        assertEquals(List.of("random", "stratified-random", "herding", "herding-embeddings", "k-center", "k-center-pca",
            "facility-location", "graph-cut", "log-determinant", "disparity", "similar-mutual-information",
            "similar-conditional-gain", "similar-conditional-mutual-information", "k-means", "typiclust", "probcover",
            "dacs", "least-confidence", "entropy", "margin",
            "variation-ratios", "mean-sd", "bald", "batch-bald", "ceal", "deepfool", "bim", "tod", "pt4al-start", "pt4al", "poal", "contextual-diversity", "cal", "base", "fass", "badge",
            "craig", "grad-match", "glister", "sparse-approximation", "el2n", "grand", "forgetting", "confident-learning"),
            Selectors.infos().stream().map(SelectorInfo::id).toList());
    }

    @Test
    public void noticesAMethodThatBreaksItsPromise() {
        final var info = new SelectorInfo("liar", "Liar", "", "", Set.of(), "", "", "");
        final var liar =
            new CheckedSelector(info, (pool, budget, random, run) -> new Selection(new int[]{1, 1}, new double[2]));

        final var complaint = assertThrows(IllegalStateException.class,
            () -> liar.select(PoolFixture.of(new int[3]), 2, Seeds.of(1).generator(), RunControl.none()));

        assertEquals("Method \"liar\" broke its promise: asked for 2 of 3 images, it gave 2, 1 of them different.",
            complaint.getMessage());
    }
}
