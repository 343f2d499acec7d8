// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/**
 * What the first batches of a training told about all others.
 *
 * @param secondsPerImage time of one image, forward and backward
 * @param bytes resident memory of the process
 */
record WarmUp(double secondsPerImage, long bytes) {
}
