/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The C library's exp() and log() may differ in the last bit from one version, or one processor,
 * to the next; weights and confidences must not. Here are only additions, multiplications and
 * divisions in a fixed order, which IEEE 754 rounds alike everywhere (the build forbids fusing
 * them). */

#include "sp-portable-math.h"

#include <string.h>

#define LN2_HIGH 6.93147180369123816490e-01
#define LN2_LOW 1.90821492927058770002e-10
#define ONE_OVER_LN2 1.44269504088896338700
#define SQRT2 1.41421356237309504880

#define EXPONENT_BIAS 1023
#define MANTISSA_BITS 52

static double
power_of_two (int exponent)
{
  guint64 bits = (guint64) (exponent + EXPONENT_BIAS) << MANTISSA_BITS;
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

/**
 * sp_portable_exp:
 * @x: clamped to -700..700
 *
 * Returns: e to the power of @x, to about 1e-15, the same bits on every machine
 */
double
sp_portable_exp (double x)
{
  double r, sum = 1.0;
  int k;

  x = CLAMP (x, -700.0, 700.0);
  k = (int) (x * ONE_OVER_LN2 + (x < 0 ? -0.5 : 0.5));
  r = (x - k * LN2_HIGH) - k * LN2_LOW;

  /* Horner's scheme of the Taylor series; |r| is at most ln 2 / 2. */
  for (int i = 14; i > 0; i--)
    sum = 1.0 + sum * r / i;
  return sum * power_of_two (k);
}

/**
 * sp_portable_log:
 * @x: positive, normal
 *
 * Returns: the natural logarithm of @x, to about 1e-15, the same bits on every machine
 */
double
sp_portable_log (double x)
{
  guint64 bits;
  int exponent;
  double mantissa, s, square, sum = 0.0;

  memcpy (&bits, &x, sizeof bits);
  exponent = (int) (bits >> MANTISSA_BITS & 0x7FF) - EXPONENT_BIAS;
  mantissa = x / power_of_two (exponent);
  if (mantissa > SQRT2)
    {
      mantissa /= 2;
      exponent++;
    }

  /* log m = 2 artanh ((m - 1) / (m + 1)) */
  s = (mantissa - 1.0) / (mantissa + 1.0);
  square = s * s;
  for (int i = 23; i > 0; i -= 2)
    sum = sum * square + 1.0 / i;
  return exponent * LN2_HIGH + (2.0 * s * sum + exponent * LN2_LOW);
}

/**
 * sp_portable_sigmoid:
 *
 * Returns: 1 / (1 + e^-@x)
 */
double
sp_portable_sigmoid (double x)
{
  return 1.0 / (1.0 + sp_portable_exp (-x));
}
