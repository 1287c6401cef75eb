import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-problem.js';

const person = { email: 'nia.calder@example.org', names: ['Nia', 'Calder'] };

describe('passwordProblem', () => {
  it.each(['short', '11character', 'ñandú🦊ñandú'])('%s is too short', (password) => {
    expect(passwordProblem(password, person)).toBe('too_short');
  });

  it('counts characters, not bytes, up to 128', () => {
    expect(passwordProblem('ñandúes y 12 🦊', person)).toBeUndefined();
    expect(passwordProblem('lantern '.repeat(20), person)).toBe('too_long');
  });

  it.each([
    'password1234',
    'Password2026!',
    'P@ssw0rd1234',
    'qwertyuiop12',
    'aaaaaaaaaaaa',
    'abababababab',
    '123456789012',
    'abcdefghijklm',
    'welcomewelcome1',
    'contraseña123',
    'Contrasena123',
    'iloveyou12345',
  ])('%s is among the first that are guessed', (password) => {
    expect(passwordProblem(password, person)).toBe('too_common');
  });

  it.each(['nia.calder2026', 'CalderNia1234', 'calder-calder'])('%s is the person’s own name', (password) => {
    expect(passwordProblem(password, person)).toBe('too_personal');
  });

  it.each(['correct horse battery', 'violet harbour seven', 'Xk29-pqrs-Lm48', 'el faro azul de Orra'])(
    '%s will do',
    (password) => {
      expect(passwordProblem(password, person)).toBeUndefined();
    },
  );
});
