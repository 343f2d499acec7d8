// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import org.frugalvision.engine.run.Choice;

/**
 * One training of a comparison.
 *
 * @param method chose the images
 * @param budget how many images there are
 * @param repeat number of the repeat, from 1
 */
public record CurveCell(Choice method, int budget, int repeat) {
}
