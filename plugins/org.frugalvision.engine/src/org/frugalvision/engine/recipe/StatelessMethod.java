// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.TrainingStart;

/** A method that remembers nothing and so takes part in every training itself. */
interface StatelessMethod extends RegisteredMethod, Part {

    @Override
    default Part join(final TrainingStart start) {
        return this;
    }
}
