// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce;

import org.frugalvision.engine.prune.Criteria;
import org.frugalvision.nodes.run.MethodChoices;

/** The registered criteria. */
public final class CriterionChoice extends MethodChoices {

    /** Called by KNIME's dialog. */
    public CriterionChoice() {
        super(Criteria::infos);
    }
}
